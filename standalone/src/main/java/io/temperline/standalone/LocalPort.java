package io.temperline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Ports of this machine's loopback interface. */
public final class LocalPort {

  /** The address on which all parts listen: nobody else on the network is let in. */
  public static final String HOST = "127.0.0.1";

  private LocalPort() {}

  /**
   * The port to listen on: {@code wanted} itself, or a free one where {@code wanted} is 0.
   *
   * @param who the part that wants it, as the start of a sentence: "The broker"
   * @param spoken ports that are chosen already and not in use yet: no free one is among them
   * @throws CannotStartException where the port is in use
   */
  public static int choose(String who, int wanted, Integer... spoken) {
    int port = usable(who, wanted);
    while (wanted == 0 && List.of(spoken).contains(port)) {
      port = usable(who, wanted);
    }
    return port;
  }

  private static int usable(String who, int wanted) {
    if (wanted < 0 || wanted > 65_535) {
      throw new CannotStartException(
          "%s cannot listen on port %d: choose one up to 65535, or 0 for a free one"
              .formatted(who, wanted));
    }
    try (ServerSocket probe = new ServerSocket()) {
      // As the servers do: a port whose last connections are still closing is not in use.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), wanted));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw inUse(who, wanted, e);
    }
  }

  /** What to say where {@code port} turns out to be taken. */
  public static CannotStartException inUse(String who, int port, Throwable cause) {
    return new CannotStartException(
        "%s cannot listen on %s:%d (%s): choose another port, or 0 for a free one"
            .formatted(who, HOST, port, cause.getMessage()),
        cause);
  }
}
