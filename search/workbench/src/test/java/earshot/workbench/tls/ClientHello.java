package earshot.workbench.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * The first message of TLS up to 1.2 as bytes, with one cipher suite: Java's own client would not
 * offer what the server has to refuse.
 */
final class ClientHello {
  static final int TLS_1_0 = 0x0301;
  static final int TLS_1_1 = 0x0302;
  static final int TLS_1_2 = 0x0303;

  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;

  private ClientHello() {}

  /** Whether the server goes on with that version and suite. */
  static boolean accepted(int port, int version, int suite) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(record(version, suite));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int type = in.readUnsignedByte();
      in.readUnsignedShort();
      in.readUnsignedShort();
      if (type != HANDSHAKE) {
        return false;
      }
      boolean hello = in.readUnsignedByte() == SERVER_HELLO;
      in.readNBytes(3);
      return hello && in.readUnsignedShort() == version;
    } catch (EOFException | SocketException e) {
      return false;
    }
  }

  private static byte[] record(int version, int suite) throws IOException {
    byte[] hello = hello(version, suite);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(HANDSHAKE);
    out.writeShort(TLS_1_0);
    out.writeShort(hello.length + 4);
    out.writeByte(1);
    out.writeByte(0);
    out.writeShort(hello.length);
    out.write(hello);
    return bytes.toByteArray();
  }

  private static byte[] hello(int version, int suite) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(version);
    out.write(new byte[32]);
    out.writeByte(0);
    out.writeShort(2);
    out.writeShort(suite);
    out.writeByte(1);
    out.writeByte(0);
    byte[] extensions = extensions();
    out.writeShort(extensions.length);
    out.write(extensions);
    return bytes.toByteArray();
  }

  private static byte[] extensions() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    shorts(out, 10, 0x001d, 0x0017, 0x0018, 0x0100); // x25519, P-256, P-384, ffdhe2048
    shorts(out, 13, 0x0804, 0x0401, 0x0403, 0x0201, 0x0203); // PSS, RSA and ECDSA; with SHA-1 too
    out.writeShort(11);
    out.writeShort(2);
    out.writeShort(0x0100); // one point format: uncompressed
    return bytes.toByteArray();
  }

  private static void shorts(DataOutputStream out, int extension, int... values)
      throws IOException {
    out.writeShort(extension);
    out.writeShort(values.length * 2 + 2);
    out.writeShort(values.length * 2);
    for (int value : values) {
      out.writeShort(value);
    }
  }
}
