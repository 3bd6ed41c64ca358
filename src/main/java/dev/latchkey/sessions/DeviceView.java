package dev.latchkey.sessions;

/** By which a person knows which of their sessions is which. */
public record DeviceView(String browser, String system, String name) {

    public static DeviceView of(Session session) {
        var device = session.device();
        return new DeviceView(device.browser().code(), device.operatingSystem().code(), device.name());
    }
}
