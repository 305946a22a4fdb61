package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each keyword by which the document limits a value limits it in the fake. */
final class FakeKeywordsTest extends ChangedDocument {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "{'type':'string'} ! 'a' ! 1 ! Expected string, received number",
        "{'type':'string'} ! '' ! null ! Expected string, received null",
        "{'type':'string','nullable':true} ! null ! [] ! Expected string, received array",
        "{'type':'string','minLength':2} ! '😀😀' ! '😀' ! String must contain at least 2"
            + " character(s)",
        "{'type':'string','maxLength':1} ! '😀' ! 'ab' ! String must contain at most 1"
            + " character(s)",
        "{'type':'string','pattern':'^a.$'} ! 'ab' ! 'ab\\n' ! Invalid",
        "{'type':'string','pattern':'b'} ! 'abc' ! 'ac' ! Invalid",
        "{'type':'string','format':'uri'} ! 'https://a' ! 'a b' ! Invalid url",
        "{'type':'string','enum':['a','b']} ! 'b' ! 'c' !"
            + " Invalid enum value. Expected 'a' | 'b', received 'c'",
        "{'type':'string','x-constant':'a'} ! 'a' ! 7 ! Expected 'a', received number",
        "{'type':'boolean'} ! false ! 'false' ! Expected boolean, received string",
        "{'type':'integer'} ! 2.0 ! 2.5 ! Expected integer, received float",
        "{'type':'integer'} ! 1e30 ! true ! Expected number, received boolean",
        "{'type':'integer','format':'int64'} ! 9223372036854775807 ! 9223372036854775808 !"
            + " Number must be less than or equal to 9223372036854775807",
        "{'type':'number','minimum':1} ! 1 ! 0.9 ! Number must be greater than or equal to 1",
        "{'type':'number','maximum':1} ! 1.0 ! 1.1 ! Number must be less than or equal to 1",
        "{'type':'number','minimum':0,'exclusiveMinimum':true} ! 1e-9 ! 0 !"
            + " Number must be greater than 0",
        "{'type':'number','maximum':9,'exclusiveMaximum':true} ! 8 ! 9 ! Number must be less than"
            + " 9",
        "{'type':'number','multipleOf':0.5} ! 1.5 ! 1.2 ! Number must be a multiple of 0.5",
        "{'type':'array','minItems':1} ! [1] ! [] ! Array must contain at least 1 element(s)",
        "{'type':'array','maxItems':1} ! [null] ! [1,2] ! Array must contain at most 1 element(s)",
        "{'type':'array','uniqueItems':true} ! [1,2] ! [{},{}] !"
            + " Array must not contain an element twice",
        "{'type':'array','items':{'type':'integer','nullable':true}} ! [1,null] ! [1,'a'] !"
            + " Expected number, received string",
        "{'type':'object','minProperties':1} ! {'a':1} ! {} ! Object must contain at least 1"
            + " key(s)",
        "{'type':'object','maxProperties':1} ! {} ! {'a':1,'b':2} !"
            + " Object must contain at most 1 key(s)",
        "{'type':'object','additionalProperties':{'type':'string'}} ! {'a':'b'} ! {'a':1} !"
            + " Expected string, received number",
        "{'type':'object','additionalProperties':false} ! {} ! {'a':1} !"
            + " Unrecognized key(s) in object: 'a'",
        "{'type':'object','required':['a']} ! {'a':null} ! {} ! Required",
        "{'allOf':[{'type':'object','required':['a']},{'type':'object','properties':{'b':"
            + "{'type':'string'}}}]} ! {'a':1,'b':''} ! {'a':1,'b':2} !"
            + " Expected string, received number",
        "{'type':'string','nullable':true,'allOf':[{'$ref':'#/components/schemas/MadeUpEnum'}]} !"
            + " null ! 'ODD' ! Invalid enum value. Expected 'a' | 'b', received 'ODD'",
        "{'oneOf':[{'type':'string'},{'type':'integer'}]} ! 1 ! true !"
            + " Expected string, received boolean"
      })
  void everyKeywordIsChecked(String schema, String good, String bad, String message)
      throws IOException {
    schemas().add("MadeUpEnum", json("{'type':'string','enum':['a','b']}"));
    property("CreateGatewayRequest", "made_up_probe", json(schema));

    assertAccepted("made_up_probe", good);
    Reply refused = api.create(gatewayWith("made_up_probe", bad));
    assertEquals(message, refused.message());
    assertEquals(1, refused.errors().size(), refused.text());
  }

  @Test
  void aSchemaThatSaysNothingTakesAnything() throws IOException {
    property("CreateGatewayRequest", "made_up_probe", json("{}"));

    assertAccepted("made_up_probe", "null");
    assertAccepted("made_up_probe", "[{'a':1}]");
  }
}
