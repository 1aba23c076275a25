package earshot.model;

import earshot.data.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a model, compares its checksum, unpacks it aside and moves it into place in one step: it
 * is there whole or not at all. What an interrupted download brought stays in {@value #WORK_FOLDER}
 * for the next one. One installation of a model at a time.
 */
public final class ModelInstaller {
  /** Below the folder of models; the store does not look into it. */
  static final String WORK_FOLDER = ".download";

  private static final Logger LOG = LoggerFactory.getLogger(ModelInstaller.class);

  private final ModelCatalogue catalogue;
  private final URI base;
  private final Path models;
  private final Retry retry;
  private final PublishedList list;
  private final ArchiveDownload download;
  private final ModelArchive archive;

  /**
   * @param base address of the folder with the archives
   * @param models folder that the model's folder is made in
   */
  public ModelInstaller(URI base, Path models) {
    this(
        base,
        models,
        ModelCatalogue.load().downloadLimits(),
        ModelCatalogue.load().archiveLimits(),
        DiskSpace.real(ModelCatalogue.load().archiveLimits().spareDiskBytes()),
        Pause.sleeping());
  }

  ModelInstaller(
      URI base,
      Path models,
      DownloadLimits patience,
      ArchiveLimits limits,
      DiskSpace disk,
      Pause pause) {
    this.catalogue = ModelCatalogue.load();
    this.base =
        base.getPath() != null && base.getPath().endsWith("/") ? base : URI.create(base + "/");
    this.models = models.toAbsolutePath().normalize();
    this.retry = new Retry(patience, pause);
    HttpFetch fetch = new HttpFetch(patience);
    this.list = new PublishedList(fetch, limits.listBytes());
    this.download = new ArchiveDownload(fetch, disk, limits.packedBytes());
    this.archive = new ModelArchive(limits, disk);
  }

  /**
   * What an installation did.
   *
   * @param already whether the model was there before
   * @param checked the checksum that was compared, such as {@code SHA-256}; null when none was
   */
  public record Installation(RecognitionModel model, boolean already, @Nullable String checked) {}

  /**
   * Installs a model of the published list.
   *
   * @param withoutChecksum accept an archive for which no checksum is known; a known one is
   *     compared all the same
   * @throws ModelException saying what to do; nothing half-made is visible then
   */
  public Installation install(String name, boolean withoutChecksum, DownloadProgress progress)
      throws ModelException, InterruptedException {
    if (!ModelCatalogue.isName(name)) {
      throw new ModelException(
          "'" + name + "' cannot be the name of a model; see: earshot models list");
    }
    if (Files.exists(models.resolve(name))) {
      return new Installation(alreadyThere(name), true, null);
    }
    try {
      Path work = Files.createDirectories(models.resolve(WORK_FOLDER));
      try (FileChannel channel =
              FileChannel.open(
                  work.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = lock(channel, name)) {
        LOG.debug("installing {} under {}", name, held);
        return install(name, work, withoutChecksum, progress);
      }
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(
          name + " could not be installed in " + models + ": " + e + "; see to the folder", e);
    }
  }

  private static FileLock lock(FileChannel channel, String name) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // Said below: it is this process that holds it.
    }
    throw new ModelException(name + " is being installed already; wait for that to end");
  }

  private Installation install(
      String name, Path work, boolean withoutChecksum, DownloadProgress progress)
      throws IOException, InterruptedException {
    if (Files.exists(models.resolve(name))) {
      return new Installation(alreadyThere(name), true, null);
    }
    Expected expected = expected(name);
    if (expected.checksum == null && !withoutChecksum) {
      throw new ModelException(
          "no checksum of "
              + name
              + " is known, neither here nor in "
              + base.resolve(catalogue.listFile())
              + "; check the name with: earshot models list, or accept it unchecked with --no-checksum");
    }
    URI uri = base.resolve(name + ".zip");
    PartFile part = new PartFile(work.resolve(name + ".zip.part"), uri);
    retry.run(
        uri.toString(),
        "what has come is kept: the same command goes on from there",
        () -> {
          download.attempt(uri, part, expected.bytes, progress);
          return part;
        });
    compare(uri, part, expected);
    RecognitionModel model = unpack(name, part, expected, work.resolve(name + ".unpacked"));
    part.delete();
    return new Installation(
        model, false, expected.checksum == null ? null : expected.checksum.algorithm());
  }

  /** What an archive must be; its checksum null when nobody says. */
  private record Expected(@Nullable Checksum checksum, String sum, long bytes) {}

  private Expected expected(String name) throws ModelException, InterruptedException {
    Optional<PublishedModel> known = catalogue.find(name);
    if (known.isPresent() && known.get().sha256() != null) {
      Long bytes = known.get().bytes();
      return new Expected(Checksum.SHA_256, known.get().sha256(), bytes == null ? -1 : bytes);
    }
    URI uri = base.resolve(catalogue.listFile());
    return retry
        .run(uri.toString(), "check the address given with --from", () -> list.attempt(uri, name))
        .map(entry -> new Expected(Checksum.MD5, entry.md5(), entry.bytes()))
        .orElse(new Expected(null, "", -1));
  }

  private static void compare(URI uri, PartFile part, Expected expected) throws IOException {
    if (expected.checksum == null) {
      return;
    }
    String is = expected.checksum.of(part.path());
    if (!is.equals(expected.sum)) {
      part.delete();
      throw new ModelException(
          uri
              + " is not what was published: its "
              + expected.checksum.algorithm()
              + " is "
              + is
              + ", expected "
              + expected.sum
              + "; it was deleted, try again or from another place");
    }
  }

  private RecognitionModel unpack(String name, PartFile part, Expected expected, Path aside)
      throws IOException {
    Folders.delete(aside);
    Files.createDirectories(aside);
    try {
      archive.unpack(part.path(), aside);
      Path found = ModelFolder.open(aside).folder();
      ModelManifest.write(found);
      Path target = models.resolve(name);
      Files.move(found, target, StandardCopyOption.ATOMIC_MOVE);
      return ModelFolder.open(target);
    } catch (ModelException e) {
      if (expected.checksum == null) {
        part.delete(); // Fetching it anew may help; with the right checksum it would be the same.
      }
      throw new ModelException("the archive of " + name + " is no use: " + e.getMessage(), e);
    } finally {
      Folders.delete(aside);
    }
  }

  private RecognitionModel alreadyThere(String name) throws ModelException {
    try {
      return ModelFolder.open(models.resolve(name));
    } catch (ModelException e) {
      throw new ModelException(e.getMessage() + " (remove the folder first)", e);
    }
  }
}
