package dev.latchkey.sessions;

/** A device as its owner recognises it in the list of their sessions. */
public record DeviceView(String browser, String system, String name) {

    public static DeviceView of(Session session) {
        var device = session.device();
        return new DeviceView(device.browser().code(), device.operatingSystem().code(), device.name());
    }
}
