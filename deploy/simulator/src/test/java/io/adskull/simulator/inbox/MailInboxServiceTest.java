package io.adskull.simulator.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.adskull.simulator.inbox.mail.SmtpReceiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailInboxServiceTest {
    private final SmtpReceiver smtp;

    MailInboxServiceTest(SmtpReceiver smtp) {
        this.smtp = smtp;
    }

    @BeforeEach
    void empty() {
        given().delete("/inbox/messages").then().statusCode(204);
    }

    @Test
    void aMailIsReadWithBothPartsItsSubjectItsLinksAndItsMessageId() throws Exception {
        send(
                "<m1@adskull>",
                "Verbindung prüfen",
                "1. Open http://localhost:8080/a.\n2. Done",
                "<p>Open <a href=\"http://localhost:8080/b?x=1&amp;y=2\">this</a></p>",
                "nora@northwind.example");

        JsonPath mail = messages();
        assertThat(mail.getString("[0].channel")).isEqualTo("email");
        assertThat(mail.getString("[0].recipient")).isEqualTo("nora@northwind.example");
        assertThat(mail.getString("[0].subject")).isEqualTo("Verbindung prüfen");
        assertThat(mail.getString("[0].text"))
                .startsWith("1. Open http://localhost:8080/a.")
                .contains("2. Done");
        assertThat(mail.getString("[0].html")).contains("<p>Open");
        assertThat(mail.getList("[0].links"))
                .containsExactly("http://localhost:8080/b?x=1&y=2", "http://localhost:8080/a");
        assertThat(mail.getString("[0].messageId")).isEqualTo("<m1@adskull>");
    }

    @Test
    void aSecondCopyIsCountedButShownOnce() throws Exception {
        send("<same@adskull>", "One", "text", "<p>text</p>", "nora@northwind.example");
        send("<same@adskull>", "One", "text", "<p>text</p>", "nora@northwind.example");
        send("<same@adskull>", "One", "text", "<p>text</p>", "carla@contoso.example");

        JsonPath mails = messages();
        assertThat(mails.getList("recipient")).containsExactly("nora@northwind.example", "carla@contoso.example");
        assertThat(mails.getList("copies")).containsExactly(2, 1);
    }

    @Test
    void anOrderedFaultRefusesTheMailAndTheNextTryArrives() throws Exception {
        given().body(
                        "{\"platform\":\"smtp\",\"account\":\"nora@northwind.example\",\"body\":\"4.7.1 later\",\"times\":1}")
                .post("/simulator/faults")
                .then()
                .statusCode(201);

        assertThatThrownBy(() -> send("<f@adskull>", "One", "t", "<p>t</p>", "nora@northwind.example"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("451 4.7.1 later");
        given().get("/inbox/messages").then().body("$", hasSize(0));
        send("<f@adskull>", "One", "t", "<p>t</p>", "nora@northwind.example");
        given().get("/inbox/messages").then().body("$", hasSize(1));
    }

    @Test
    void aHostileMailStaysInsideItsFrame() throws Exception {
        send(
                "<h@adskull>",
                "<script>alert(1)</script>",
                "t",
                "<p>\"><script>alert(2)</script></iframe><img src=x onerror=alert(3)>",
                "nora@northwind.example");

        given().get("/inbox")
                .then()
                .body(
                        not(containsString("<script>alert")),
                        not(containsString("<img src=x")),
                        containsString("sandbox=\"allow-popups"),
                        not(containsString("allow-scripts")));
    }

    private JsonPath messages() {
        return given().queryParam("channel", "email").get("/inbox/messages").jsonPath();
    }

    private void send(String id, String subject, String text, String html, String recipient) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress("alerts@adskull.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }
}
