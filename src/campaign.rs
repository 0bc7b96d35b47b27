//! A campaign folder on disk, and the main job over it.
