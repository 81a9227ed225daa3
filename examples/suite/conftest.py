"""Settings of the suite."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["reach"]

settings.register_profile("suite", max_examples=50, deadline=None, derandomize=True, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
