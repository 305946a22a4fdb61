package io.github.aigateway.benchmark.ours;

/** This library in the style that returns a future, waited for. */
public final class OursFuture extends Ours {

  public OursFuture(String url) throws Exception {
    super(url);
    super.get();
  }

  @Override
  public Object get() {
    return gateways.async().get(ID).join();
  }

  @Override
  public Object list() {
    return gateways.async().list(hundred()).join();
  }

  @Override
  public Object put() {
    return gateways.async().update(ID, update()).join();
  }
}
