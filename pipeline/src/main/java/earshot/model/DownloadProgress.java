package earshot.model;

/** Told how far a download is; called often, on the downloading thread. */
@FunctionalInterface
public interface DownloadProgress {
  /** Nobody wants to know. */
  DownloadProgress NONE = (bytes, total) -> {};

  /**
   * @param bytes that are there, those of an earlier, interrupted download included
   * @param total length of the archive; -1 when not known
   */
  void at(long bytes, long total);
}
