package io.handrail.web.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A link that a telephone's camera reads, as an SVG path. It is drawn into the page itself, so that
 * no address is there from which somebody else could fetch it.
 *
 * @param size width and height in modules, quiet zone included
 * @param path one run of dark modules after the other, each one module high
 */
public record QrCode(int size, String path) {
  private static final Map<EncodeHintType, Object> QUIET_ZONE = Map.of(EncodeHintType.MARGIN, 4);

  public static QrCode of(String text) {
    BitMatrix dark;
    try {
      dark = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, QUIET_ZONE);
    } catch (WriterException e) {
      throw new IllegalArgumentException("a link too long for a QR code", e);
    }
    var path = new StringBuilder();
    for (int y = 0; y < dark.getHeight(); y++) {
      for (int x = 0; x < dark.getWidth(); x++) {
        int from = x;
        while (x < dark.getWidth() && dark.get(x, y)) x++;
        if (x > from) {
          int run = x - from;
          path.append('M').append(from).append(' ').append(y).append('h').append(run);
          path.append("v1h-").append(run).append('z');
        }
      }
    }
    return new QrCode(dark.getWidth(), path.toString());
  }
}
