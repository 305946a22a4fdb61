package io.github.aigateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.ServerSocketFactory;

/** Makes the server socket whose connections are {@link Connection}s. */
final class LoopbackSockets extends ServerSocketFactory {
  static final InetAddress ADDRESS = loopback();

  private static final int BACKLOG = 1024;

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public void bind(SocketAddress address, int backlog) throws IOException {
        // With MockWebServer's 50, a burst of connections waits seconds for TCP to try again.
        super.bind(address, BACKLOG);
      }

      @Override
      public Socket accept() throws IOException {
        Connection connection = new Connection();
        implAccept(connection);
        // A cut response is written in several pieces, each of which has to leave at once.
        connection.setTcpNoDelay(true);
        return connection;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException("MockWebServer binds the socket itself");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException("MockWebServer binds the socket itself");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException("MockWebServer binds the socket itself");
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e); // only for an address of the wrong length
    }
  }
}
