using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedExplain.Tests.Json;

/// <summary>JSON in its canonical form, and what has none.</summary>
public class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : [ 1.0, -0, 1E21, 100 ] , "a" : null }""", """{"a":null,"b":[1,0,1e+21,100]}""")]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("""[true, false, "", {}, []]""", """[true,false,"",{},[]]""")]
    [InlineData("\"\\ud83d\\ude00\\b\\f\\r\\t\\u007f\"", "\"😀\\b\\f\\r\\t\u007f\"")]
    public void It_is_one_form(string json, string canonical)
    {
        Assert.Equal(canonical, CanonicalJson.Of(json));
        Assert.Equal(canonical, CanonicalJson.Of(canonical));
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json))));
    }

    [Theory]
    [InlineData("""{"a": 1, "a": 1}""", "$.a stands twice.")]
    [InlineData("""[{"a": 1, "b": 1, "\u0061": 2}]""", "$[0].a stands twice.")]
    [InlineData("""{"a": [1e400]}""", "$.a[0] is a number that no double holds.")]
    [InlineData("""[0, "\ud800"]""", "$[1] is a string that is not text, or holds half of a surrogate pair.")]
    [InlineData("""{"a": {"\udc00": 1}}""", "half of a surrogate pair")]
    [InlineData("[NaN]", "cannot be read")]
    [InlineData("", "cannot be read")]
    [InlineData("[1,]", "cannot be read")]
    public void What_has_no_form_is_refused(string json, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidJsonException>(() => CanonicalJson.Of(json)).Message);

    [Fact]
    public void Half_of_a_pair_is_refused() =>
        Assert.Contains("half of a surrogate pair at character 1", Assert.Throws<InvalidJsonException>(() => CanonicalJson.Of("\"\ud800\"")).Message);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_without_a_text_is_refused(double value) =>
        Assert.Contains("CanonicalJson.Bits", Assert.Throws<InvalidJsonException>(() => CanonicalJson.Number(value)).Message);

    [Fact]
    public void Depth_and_length_have_an_end()
    {
        Assert.Throws<InvalidJsonException>(() => CanonicalJson.Of(new string('[', 10_000) + new string(']', 10_000)));
        Assert.Contains("at most 67108864 are read", Assert.Throws<InvalidJsonException>(() => CanonicalJson.Of(new string(' ', 100_000_000))).Message);
    }

    [Fact]
    public void Every_double_comes_back()
    {
        Random random = new(5);
        for (int i = 0; i < 20_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            string text = CanonicalJson.Number(value);
            Assert.Equal(BitConverter.DoubleToInt64Bits(value + 0.0), BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)));
            Assert.Equal(text, CanonicalJson.Of(JsonSerializer.Serialize(value)));
        }
    }

    /// <summary>What System.Text.Json writes is not it.</summary>
    [Fact]
    public void The_serializer_writes_another_form()
    {
        Assert.Equal(("1E+21", "1e+21"), (JsonSerializer.Serialize(1e21), CanonicalJson.Number(1e21)));
        Assert.Equal(("-0", "0", "8000000000000000"), (JsonSerializer.Serialize(-0.0), CanonicalJson.Number(-0.0), CanonicalJson.Bits(-0.0)));
    }
}
