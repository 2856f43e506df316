import os

from hypothesis import HealthCheck, settings

settings.register_profile("booster", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("booster"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "booster")
