package earshot.pipeline;

/**
 * A file found under the inputs.
 *
 * @param uri {@code file:///...} or a URI of another Beam file system
 * @param bytes its size
 * @param modifiedMs last modification, epoch milliseconds; 0 when the file system does not tell
 */
record SourceFile(String uri, long bytes, long modifiedMs) {

  /** The last part of the path. */
  String name() {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
