package dev.latchkey.framework;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.VertxHandler;

/**
 * Lets the application answer a request whose head the HTTP server cannot read. Vert.x answers it with a bare status, unless the server was made with
 * another handler, and Quarkus makes the server. So each connection is given the handler, by Netty's extension, when its first bytes come. Live
 * coding and tests inside of Quarkus go without: there, Netty's class loader does not see ours.
 */
public final class UnreadableRequests extends ChannelInitializerExtension {

    private static volatile Handler<HttpServerRequest> answer = HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER;

    /** Before anything of Quarkus begins. It also would answer an address that is none with a bare status, unless it is told not to look. */
    public static void leaveToUs() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        System.setProperty("vertx.disableURIValidation", "true");
    }

    public static void answerWith(Handler<HttpServerRequest> handler) {
        answer = handler;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new FirstBytes());
    }

    private static final class FirstBytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var server = context.pipeline().get(VertxHandler.class);
            if (server != null && server.getConnection() instanceof HttpServerConnection connection) {
                connection.invalidRequestHandler(request -> answer.handle(request));
            }
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }
    }
}
