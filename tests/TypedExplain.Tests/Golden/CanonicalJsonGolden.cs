using System.Globalization;
using System.Text.Json;

namespace TypedExplain.Tests.Golden;

/// <summary>RFC 8785: numbers as ECMAScript writes them, members in the order of UTF-16 units.</summary>
[Trait("Category", "Golden")]
public class CanonicalJsonGolden
{
    private const string Fixture = "canonical_json";

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "numbers", MemberType = typeof(GoldenFiles))]
    public void A_number_has_its_text(string file, int index)
    {
        JsonElement golden = GoldenFiles.Load(Fixture, file, "numbers", index).Case;
        string bits = golden.GetProperty("bits").GetString()!, text = golden.GetProperty("text").GetString()!;
        double value = BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

        Assert.Equal(text, CanonicalJson.Number(value));
        Assert.Equal(text, CanonicalJson.Of(value.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(bits, CanonicalJson.Bits(value));
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Files))]
    public void Members_have_their_order(string file)
    {
        string[] sorted = [.. GoldenFiles.Roots(Fixture).Single(own => own.File == file).Root.GetProperty("keys_sorted").EnumerateArray().Select(key => key.GetString()!)];
        string shuffled = "{" + string.Join(", ", sorted.Reverse().Select(key => $"{JsonSerializer.Serialize(key)}: 1")) + "}";

        Assert.Equal(sorted, JsonDocument.Parse(CanonicalJson.Of(shuffled)).RootElement.EnumerateObject().Select(member => member.Name));
    }

    public static TheoryData<string> Files => [.. GoldenFiles.Roots(Fixture).Where(file => file.Root.TryGetProperty("keys_sorted", out _)).Select(file => file.File)];
}
