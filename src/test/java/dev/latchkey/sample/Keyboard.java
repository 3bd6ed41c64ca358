package dev.latchkey.sample;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Action;
import org.openqa.selenium.interactions.Actions;

/** What a person has who uses no mouse. */
final class Keyboard {

    /** More than any page has places where the focus stops. */
    private static final int FAR = 40;

    private final ChromeDriver driver;

    Keyboard(Chromium browser) {
        this.driver = browser.driver();
    }

    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void tabTo(String name) {
        go(new Actions(driver).sendKeys(Keys.TAB).build(), name);
    }

    void tabBackTo(String name) {
        go(
                new Actions(driver)
                        .keyDown(Keys.SHIFT)
                        .sendKeys(Keys.TAB)
                        .keyUp(Keys.SHIFT)
                        .build(),
                name);
    }

    private void go(Action press, String name) {
        var stops = new ArrayList<String>();
        do {
            press.perform();
            stops.add(focus());
        } while (!stops.contains(name) && stops.size() < FAR);
        assertThat(stops).endsWith(name);
    }

    /** The name of what has the focus, as a screen reader says it. */
    String focus() {
        return requireNonNullElse(driver.switchTo().activeElement().getAccessibleName(), "")
                .strip();
    }
}
