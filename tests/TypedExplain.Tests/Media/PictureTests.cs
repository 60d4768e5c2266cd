using System.Text.RegularExpressions;
using TypedExplain.Media;

namespace TypedExplain.Tests.Media;

/// <summary>Pages and pictures of explained texts and images: they stand alone, and tell in words what they show.</summary>
public partial class PictureTests
{
    private static readonly Explanation<Review> s_text = new Lime<Review> { Neighborhood = MediaZoo.Words, Ridge = 0 }.Explain(MediaZoo.Liking, new("A <b>great</b> film & \"dull\" talk"));
    private static readonly Explanation<Photo> s_image = new Lime<Photo> { Neighborhood = MediaZoo.Blocks, Ridge = 0 }.Explain(MediaZoo.Brightness, MediaZoo.Picture);

    [Fact]
    public void EveryWordIsThereAndColored()
    {
        string page = s_text.Attribution.Body.ToHtml("Why <this>?");
        Assert.Contains("<title>Why &lt;this&gt;?</title>", page);
        Assert.Contains("title=\"+3.000\">great</mark>", page);
        Assert.Contains("title=\"-2.000\">dull</mark>", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("http", page);
        Assert.Contains("prefers-color-scheme: dark", page);
        string paragraph = Paragraph().Match(page).Groups[1].Value;
        Assert.Equal("A <b>great</b> film & \"dull\" talk", System.Net.WebUtility.HtmlDecode(Mark().Replace(paragraph, "")));
        Assert.Contains("Strongest: great +3.000, dull -2.000", page);
    }

    [Fact]
    public void AnImageIsShownBesideItsEffects()
    {
        string page = s_image.Attribution.Pixels.ToHtml();
        Assert.Equal(3, Regex.Count(page, "data:image/png;base64,"));
        Assert.Equal(3, Regex.Count(page, " alt=\"[^\"]+\""));
        Assert.Contains("The strongest effect for it is +0.125 at row 0, column 0. The strongest against it is -0.625 at row 2, column 2.", page);
    }

    [Fact]
    public void APngHasTheSizeOfTheImage()
    {
        byte[] png = s_image.Attribution.Pixels.ToPng();
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal([0, 0, 0, 4, 0, 0, 0, 4, 8, 2], png[16..26]);
    }

    [Fact]
    public void NothingToShow()
    {
        IModel<Review> constant = Model.From<Review>(_ => 1);
        Assert.Contains("Strongest: no word has an effect.", new Lime<Review> { Neighborhood = MediaZoo.Words }.Explain(constant, MediaZoo.Sentence).Attribution.Body.ToHtml());
        IModel<Photo> same = Model.From<Photo>(_ => 1);
        Assert.Contains("No part has an effect.", new Lime<Photo> { Neighborhood = MediaZoo.Blocks }.Explain(same, MediaZoo.Picture).Attribution.Pixels.ToHtml());
    }

    [GeneratedRegex("<p class=\"text\">(.*)</p>")]
    private static partial Regex Paragraph();

    [GeneratedRegex("</?mark[^>]*>")]
    private static partial Regex Mark();
}
