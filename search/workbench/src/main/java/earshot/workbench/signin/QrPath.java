package earshot.workbench.signin;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a path of SVG, one unit a module.
 *
 * @param size of the picture with its quiet zone, units
 * @param dark modules
 */
public record QrPath(int size, String dark) {
  /** ISO/IEC 18004: four modules on every side. */
  private static final int QUIET = 4;

  static QrPath of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
        }
      }
    }
    return new QrPath(code.size + 2 * QUIET, path.toString());
  }
}
