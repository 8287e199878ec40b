package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Speaks as much SMTP as it takes to refuse a mail at one of its steps. */
final class RefusingMailServer implements AutoCloseable {

  private final ServerSocket server;
  private final String refused;
  private final int code;

  /**
   * @param refused the command that is refused: MAIL, RCPT, or a dot for the text
   */
  RefusingMailServer(String refused, int code) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.refused = refused;
    this.code = code;
    Thread thread = new Thread(this::serve, "refusing-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try (Socket client = server.accept();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      say(client.getOutputStream(), "220 here");
      boolean isText = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean isEnd = line.equals(".");
        if (isText && !isEnd) {
          continue;
        }
        say(client.getOutputStream(), answer(line));
        isText = line.equals("DATA");
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private String answer(String line) {
    if (line.startsWith(refused)) {
      return code + " not that";
    }
    return line.equals("DATA") ? "354 go on" : "250 yes";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
