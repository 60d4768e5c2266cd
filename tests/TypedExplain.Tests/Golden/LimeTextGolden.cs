using System.Text.Json;
using TypedExplain.Media;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class LimeTextGolden
{
    private const string Fixture = "lime_text";

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "cases", MemberType = typeof(GoldenFiles))]
    public void WordsPositionsAndRemoval(string file, int index)
    {
        JsonElement golden = GoldenFiles.Load(Fixture, file, "cases", index).Case, expected = golden.GetProperty("expected");
        string source = golden.GetProperty("text").GetString()!;

        TokenizedText text = new(source, golden.GetProperty("bag_of_words").GetBoolean() ? TextMode.BagOfWords : TextMode.Positional);

        Assert.Equal(expected.GetProperty("words").EnumerateArray().Select(word => word.GetString()!), text.Words);
        double[][] positions = expected.Matrix("char_positions");
        for (int feature = 0; feature < positions.Length; feature++)
            Assert.Equal(positions[feature], text.Spans(feature).ToArray().Select(span => (double)CharactersBefore(source, span.Start)));
        foreach (JsonElement removed in expected.GetProperty("removed").EnumerateArray())
            Assert.Equal(removed.GetProperty("text").GetString(), text.Without(removed.Integers("ids")));
    }

    /// <summary>The reference counts characters; a surrogate pair is one.</summary>
    private static int CharactersBefore(string text, int unit) => text[..unit].EnumerateRunes().Count();
}
