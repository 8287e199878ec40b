package io.temperline.streams.query;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers questions by REST: {@code GET /customers/ID/calls}, a customer's last calls and the trend
 * of anger over them, and {@code GET /calls/ID}, the history of a call that lives or has alerts to
 * be judged. Whichever instance is asked, the one that has the answer gives it. Answers are JSON,
 * from status 400 on a problem after RFC 9457: 404 where nothing is known, 503 while calls move
 * between instances. It asks nobody who they are.
 */
public final class QueryServer implements AutoCloseable {

  /** Questions that are answered at a time: another instance may take seconds. */
  private static final int THREADS = 4;

  private static final int LONGEST_ADDRESS = 16_384;
  private static final int LONGEST_HEADERS = 16_384;
  private static final int LONGEST_BODY = 65_536;
  private static final int IDLE_SECONDS = 60;

  private final EventLoopGroup connections =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("query-connections", true), NioIoHandler.newFactory());
  private final EventExecutorGroup threads =
      new DefaultEventExecutorGroup(THREADS, new DefaultThreadFactory("query", true));

  private QueryServer() {}

  /**
   * @param address where to listen
   * @param self the instance's own {@code application.server}
   * @param streams whose stores have the answers
   * @throws IOException where nobody can listen there
   */
  public static QueryServer start(InetSocketAddress address, String self, KafkaStreams streams)
      throws IOException {
    Queries queries = new Queries(new Questions(streams, HostInfo.buildFromEndpoint(self)));
    if (address.isUnresolved()) {
      throw new IOException("the name of the host is not known");
    }
    QueryServer server = new QueryServer();
    server.listen(address, queries);
    return server;
  }

  private void listen(InetSocketAddress address, Queries queries) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(connections)
            .channel(NioServerSocketChannel.class)
            .childHandler(connection(queries))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      close();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
  }

  private ChannelInitializer<SocketChannel> connection(Queries queries) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel
            .pipeline()
            .addLast(new ReadTimeoutHandler(IDLE_SECONDS))
            .addLast(new HttpServerCodec(LONGEST_ADDRESS, LONGEST_HEADERS, LONGEST_BODY))
            .addLast(new HttpServerKeepAliveHandler())
            .addLast(new HttpObjectAggregator(LONGEST_BODY))
            .addLast(new QueryHandler(queries, threads.next()));
      }
    };
  }

  @Override
  public void close() {
    connections.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
