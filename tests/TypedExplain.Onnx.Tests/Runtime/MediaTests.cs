using TypedExplain.Onnx.Tests.Support;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Texts as strings, images as tensors with channels first or last.</summary>
public class MediaTests
{
    [Fact]
    public void ATextIsAString()
    {
        using OnnxModel<Comment> model = OnnxModel<Comment>.Load(Loans.File("text"));
        Assert.Equal([1, -1, 0.5], new[] { "good", "bad", "¿çois?" }.Select(text => model.Predict(new Comment(text))));
    }

    [Theory]
    [InlineData("image-last")]
    [InlineData("image-first")]
    public void AnImageIsATensor(string name)
    {
        using OnnxModel<Snapshot2x3> model = OnnxModel<Snapshot2x3>.Load(Loans.File(name));
        float[] photo = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? i : 100f)];
        Assert.Equal((0 + 2 + 4 + 6 + 8 + 10) / 6.0, model.Predict(new(photo)), 1e-6);
    }

    [Fact]
    public void AnImageOfAnotherShapeIsRefused()
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => OnnxModel<Snapshot3x3>.Load(Loans.File("image-last")));
        Assert.Contains("Snapshot3x3.Photo", error.Message);
        Assert.Contains("photo (float [n, 2, 3, 2])", error.Message);
        Assert.Contains("a text", Assert.Throws<InvalidModelException>(() => OnnxModel<Comment>.Load(Loans.File("linear"))).Message);
    }
}

[FeatureRecord]
public sealed partial record Comment([Text] string Review);

[FeatureRecord]
public sealed partial record Snapshot2x3([Image(2, 3, 2)] ReadOnlyMemory<float> Photo);

[FeatureRecord]
public sealed partial record Snapshot3x3([Image(3, 3, 1)] ReadOnlyMemory<float> Photo);
