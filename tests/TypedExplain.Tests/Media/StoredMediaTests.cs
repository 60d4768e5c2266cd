namespace TypedExplain.Tests.Media;

/// <summary>Records with texts in files, and stored schemas with texts and images.</summary>
public class StoredMediaTests
{
    [Fact]
    public void TextsAreCells()
    {
        Rated[] rated = [new(4, "a \"fine\" film,\nreally"), new(1, ""), new(2.5, " blanks stay ")];
        using StringWriter text = new();
        Csv.Write(text, rated);
        Assert.StartsWith("Stars,Body\n4,\"a \"\"fine\"\" film,\nreally\"\n", text.ToString());
        Assert.Equal(rated, Csv.Read<Rated>(new StringReader(text.ToString())).Rows);
        Assert.Equal(new Review[] { new("one"), new("two") }, Csv.Read<Review>(new StringReader("body\none\ntwo\n")).Rows);
    }

    [Fact]
    public void ImagesAreNone() => Assert.Equal(
        "Photo.Pixels is an image, which no CSV cell can hold. Read the images from files of their own, such as with IdxFile.",
        Assert.Throws<InvalidOptionException>(() => Csv.Read<Photo>(new StringReader("Pixels\n"))).Message);

    [Fact]
    public void StoredSchemasKnowThem()
    {
        FeatureSchema<Listing> schema = FeatureSchema.Of<Listing>();
        string json = schema.ToJson();
        schema.CheckJson(json);
        Assert.Contains(
            "Picture: height 4 here, 8 there",
            Assert.Throws<InvalidSchemaException>(() => schema.CheckJson(json.Replace("\"height\": 4", "\"height\": 8"))).Message);
        Assert.Contains(
            "Comment: a feature here, missing there",
            Assert.Throws<InvalidSchemaException>(() => schema.CheckJson(json.Replace("\"Comment\"", "\"Remark\""))).Message);
    }
}

/// <summary>A number and a text.</summary>
[FeatureRecord]
public sealed partial record Rated([Numeric(0, 5)] double Stars, [Text] string Body);
