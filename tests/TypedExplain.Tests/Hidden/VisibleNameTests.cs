using TypedExplain.Errors;
using TypedExplain.Media;
using TypedExplain.Pictures;

namespace TypedExplain.Tests.Hidden;

/// <summary>Names that turn letters around, end lines or cannot be seen are shown by their codes.</summary>
public class VisibleNameTests
{
    private static readonly Dataset<Odd> s_rows = new(Enumerable.Range(0, 20).Select(i => new Odd(i, i % 2 == 0 ? "a\u202Eb" : "c\0d")));

    [Fact]
    public void Of_features_and_categories()
    {
        string text = new Lime<Odd> { Neighborhood = new GaussianNeighborhood<Odd> { Background = s_rows, Samples = 100 } }
            .Explain(Model.From<Odd>(odd => odd.Size + (odd.Kind[0] == 'a' ? 5 : 0)), s_rows[0]).ToString();

        Assert.Contains("Si\\u202Eze\\nand more", text);
        Assert.Contains("a\\u202Eb", text);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\0', text);
        Assert.Equal("c\\u0000d", FeatureSchema.Of<Odd>().Features[1].Format(s_rows.Encoded[1]));
    }

    [Fact]
    public void Of_words_and_on_pages()
    {
        WordEffect word = new("good\u202Edab\n", [], 0.5);
        Assert.Equal("good\\u202Edab\\n +0.500", word.ToString());

        Assert.Equal("a &lt; \\u202Eb\nc", Page.Encode("a < \u202Eb\nc"));
        Assert.Equal("caf\u00E9 \U0001D4D0", VisibleText.Name("caf\u00E9 \U0001D4D0"));
    }

    [Fact]
    public void A_category_is_the_same_in_files()
    {
        using StringWriter text = new();
        Csv.Write(text, s_rows.Rows);

        Assert.Equal(s_rows.Rows.AsEnumerable(), Csv.Read<Odd>(new StringReader(text.ToString())).Rows);
    }
}

/// <summary>A record with names that a page should not show as they are.</summary>
[FeatureRecord]
public partial record Odd([ShownAs("Si\u202Eze\nand more")] double Size, [Categories("a\u202Eb", "c\0d")] string Kind);
