/**
 * How Node runs the server. Left alone, V8 lets the heap grow fourfold between two collections on a machine with much
 * memory; told of a limit near, it grows by half, at the same speed: 220 MB instead of 310 under load. The limit itself is
 * several times what the largest import takes.
 */
export const SERVER_FLAGS = ["--max-old-space-size=1024"];
