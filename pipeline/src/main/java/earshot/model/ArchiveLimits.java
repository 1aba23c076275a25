package earshot.model;

/**
 * What an archive of a model may hold: beyond these it is damaged or made to harm.
 *
 * @param packedBytes length of the archive, at most
 * @param unpackedBytes length of everything in it, at most
 * @param entries files and folders, at most
 * @param ratio bytes unpacked to bytes packed, over the whole archive, at most
 * @param listBytes length of the published list, at most
 * @param spareDiskBytes that must stay free on the disk
 */
record ArchiveLimits(
    long packedBytes,
    long unpackedBytes,
    int entries,
    int ratio,
    long listBytes,
    long spareDiskBytes) {}
