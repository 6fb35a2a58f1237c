"""A task has its memory from its definition; its containers need not say any.

moto cannot start a task of such containers.
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
"""

import copy
from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend, TaskDefinition
from patching import wrap


@wrap(EC2ContainerServiceBackend, "_calculate_task_resource_requirements")
def calculate_task_resource_requirements(original: Any, _: Any, task_definition: TaskDefinition) -> dict[str, Any]:
    sized = copy.copy(task_definition)
    sized.container_definitions = [{"memory": 0} | each for each in task_definition.container_definitions]
    return original(sized)
