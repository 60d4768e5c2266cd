namespace TypedExplain.Tests.Media;

/// <summary>A text and nothing else.</summary>
[FeatureRecord]
public sealed partial record Review([Text] string Body);

/// <summary>An image and nothing else.</summary>
[FeatureRecord]
public sealed partial record Photo([Image(4, 4)] ReadOnlyMemory<float> Pixels);

/// <summary>Everything at once: a table, two texts, two images.</summary>
[FeatureRecord]
public sealed partial record Listing(
    [Numeric(0, 100)] double Price,
    [Text] string Title,
    [Image(4, 4)] ReadOnlyMemory<float> Picture,
    bool IsNew,
    [Text, ShownAs("what buyers say")] string Comment,
    [Image(2, 2, 3)] ReadOnlyMemory<byte> Thumbnail);
