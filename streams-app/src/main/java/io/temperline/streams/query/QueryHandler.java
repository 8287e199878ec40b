package io.temperline.streams.query;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the requests of one connection. */
final class QueryHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(QueryHandler.class);

  private final Queries queries;
  private final Executor thread;

  /**
   * @param thread a single one, so that answers come in the order of the questions
   */
  QueryHandler(Queries queries, Executor thread) {
    this.queries = queries;
    this.thread = thread;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    thread.execute(() -> context.writeAndFlush(response(answer(request))));
  }

  /** Reads no more of the request than its head: its body is let go by then. */
  private Answer answer(FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return Answer.problem(400, "this is not HTTP that can be read, or longer than is taken");
    }
    return queries.answer(
        request.method().name(),
        request.uri(),
        request.headers().contains(OtherInstances.PASSED_ON));
  }

  private static FullHttpResponse response(Answer answer) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.bytes()));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, answer.mediaType())
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    if (answer.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
      response.headers().set(HttpHeaderNames.ALLOW, "GET");
    }
    return response;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("Whoever asked has gone", cause);
    context.close();
  }
}
