package dev.latchkey.sample;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A person's browser at the sample. It finds things by the words that people read, and waits as long as the page is busy. */
final class Chromium {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(20);

    /** An open dialog covers all the rest. */
    private static final String IN_REACH = "(//dialog[@open] | //body[not(.//dialog[@open])])";

    private static final String BUTTON_OR_LINK = IN_REACH + "//*[self::button or self::a][normalize-space()=\"%s\"]";
    private static final String FIELD = IN_REACH + "//label[normalize-space()=\"%s\"]//input";
    private static final String SETTLED = "return document.querySelector('main').ariaBusy === 'false'";
    private static final String HEADING = """
        const main = document.querySelector('main');
        const room = document.querySelector('dialog[open]') ?? main;
        return main.ariaBusy === 'false' ? room.querySelector('h1, h2')?.textContent ?? '' : 'still busy';
        """;

    /** Of every kind: between a number and its unit there is a narrow one. */
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

    private final ChromeDriver driver;
    private final String origin;
    private final String api;
    private final List<String> tabs = new ArrayList<>();

    Chromium(ChromeDriver driver, String origin, String api) {
        this.driver = driver;
        this.origin = origin;
        this.api = api;
        this.tabs.add(driver.getWindowHandle());
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What its console calls an error, but for what the API refused and what never reached it. */
    Stream<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.startsWith(api) || !message.contains("Failed to load resource"));
    }

    void visits(String path) {
        driver.get(origin + path);
    }

    /** A page of the API's own. */
    void visitsApi(String path) {
        driver.get(api + path);
    }

    /** It leads to the portal that is configured, whose place this sample takes. */
    void follows(Mailbox.Letter letter) {
        var link = URI.create(letter.link());
        visits(link.getPath() + "#" + link.getFragment());
    }

    /** By the link in a letter that they have just asked for. */
    void signsIn(Person client) {
        var before = Mailbox.lettersTo(client.email()).size();
        client.asksForALoginLink().then().statusCode(202);
        follows(Mailbox.lettersTo(client.email(), before + 1).get(0));
        clicks("Sign in");
        arrivesAt("Appointments");
    }

    void signsInAtTheDesk(Person member) {
        visits("/staff");
        arrivesAt("Sign in at the desk");
        proves(member);
        arrivesAt("Clients");
    }

    /** With their password. */
    void proves(Person member) {
        types("E-mail", member.email());
        types("Password", Person.PASSWORD);
        clicks("Sign in");
    }

    String address() {
        return requireNonNullElse(driver.getCurrentUrl(), "");
    }

    /** By the heading of the page, or of the dialog over it, once nothing is under way any more. */
    void arrivesAt(String heading) {
        patiently().untilAsserted(() -> assertThat(runs(HEADING)).as(this::text).isEqualTo(heading));
    }

    void reads(String sentence) {
        patiently().untilAsserted(() -> assertThat(text()).contains(sentence));
    }

    /** All that can be read at this moment, with single spaces. */
    String text() {
        return SPACES.matcher(runs("return document.body.innerText").toString()).replaceAll(" ");
    }

    void clicks(String name) {
        find(BUTTON_OR_LINK, name).click();
    }

    void types(String label, String text) {
        var field = find(FIELD, label);
        field.clear();
        field.sendKeys(text);
    }

    void ticks(String label) {
        find(FIELD, label).click();
    }

    /** What has been typed into it. */
    String typed(String label) {
        return requireNonNullElse(find(FIELD, label).getDomProperty("value"), "");
    }

    private WebElement find(String path, String name) {
        waitsFor(SETTLED, true);
        var elements = By.xpath(path.formatted(name));
        return patiently()
                .alias(name)
                .until(
                        () -> driver.findElements(elements).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow(() -> new AssertionError(name));
    }

    void opensATab() {
        driver.switchTo().newWindow(WindowType.TAB);
        tabs.add(driver.getWindowHandle());
    }

    void turnsTo(int tab) {
        driver.switchTo().window(tabs.get(tab));
        driver.executeCdpCommand("Page.bringToFront", Map.of());
    }

    void waitsFor(String script, Object result) {
        patiently().untilAsserted(() -> assertThat(runs(script)).isEqualTo(result));
    }

    /** What the script answers in the page, also if that takes a while; nothing is an empty text. */
    Object runs(String script, Object... arguments) {
        return requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .ignoreException(StaleElementReferenceException.class);
    }
}
