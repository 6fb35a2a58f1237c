"""The Node.js that runs programs of the local AWS: that of the command that started it."""

import os
import shutil


def node() -> str:
    return shutil.which(os.environ.get("LOCAL_AWS_NODE", "node")) or "node"
