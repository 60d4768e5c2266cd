using System.Text;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>A file that is no model gets a sentence, and never an exception or a wait.</summary>
public class BadFileTests
{
    private static readonly byte[] Right = OnnxText.Parse(Credit.Model).Bytes;

    [Fact]
    public void Says_that_a_file_is_empty() => Assert.Equal(
        "TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which is empty; put a whole ONNX model in its place",
        Finding([]));

    [Fact]
    public void Says_that_a_file_is_truncated() => Assert.Equal(
        "TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which is truncated, or no ONNX model: a part of it goes on after byte 100; put a whole ONNX model in its place",
        Finding(Right[..100]));

    [Fact]
    public void Says_that_a_file_is_no_model()
    {
        const string expected = "TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which is not an ONNX model: its bytes are not a protobuf message; put a whole ONNX model in its place";

        Assert.Equal(expected, Finding(Encoding.UTF8.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")));
        Assert.Equal(expected, Finding([0x0b, 1, 2, 3]));
        Assert.Equal("TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which is not an ONNX model: it has no version or no graph; put a whole ONNX model in its place", Finding(new OnnxWriter().Number(1, 8).Bytes));
    }

    [Fact]
    public void Says_that_a_file_is_not_in_the_project()
    {
        using OnnxProject project = OnnxProject.With("");

        Assert.Equal("TEX0301: Model 'CreditModel' is in the file 'credit.onnx', which is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"credit.onnx\" /> to the project file", Described(project.Generate(Credit.Record)));
    }

    [Fact]
    public void Wants_more_of_a_path_that_two_files_share()
    {
        using OnnxProject project = OnnxProject.With("");
        project.Add("old/credit.onnx", Right);
        project.Add("new/credit.onnx", Right);

        Assert.Equal("TEX0301: Model 'CreditModel' is in the file 'credit.onnx', and 2 of the project's AdditionalFiles are named so; state more of its path", Described(project.Generate(Credit.Record)));
        Assert.Empty(project.Generate(Credit.Record.Replace("\"credit.onnx\"", "\"new/credit.onnx\"")).Diagnostics);
        Assert.Empty(project.Generate(Credit.Record.Replace("\"credit.onnx\"", "@\".\\new\\credit.onnx\"")).Diagnostics);
    }

    [Fact]
    public void No_beginning_of_a_model_is_one() =>
        Assert.All(Enumerable.Range(0, Right.Length), length => Assert.Throws<InvalidOnnxException>(() => Read(Right[..length])));

    [Fact]
    public void No_changed_byte_does_more_than_give_another_model_or_a_sentence()
    {
        Random random = new(7);
        for (int trial = 0; trial < 20_000; trial++)
        {
            byte[] bytes = [.. Right];
            for (int change = 0; change <= trial % 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = Read(bytes);
            }
            catch (InvalidOnnxException failure)
            {
                Assert.StartsWith("is ", failure.Message);
            }
        }
    }

    [Fact]
    public void A_type_without_an_end_is_refused()
    {
        Action<OnnxWriter> type = inner => inner.Message(1, tensor => tensor.Number(1, 1));
        for (int depth = 0; depth < 20; depth++)
        {
            Action<OnnxWriter> own = type;
            type = outer => outer.Message(4, sequence => sequence.Message(1, own));
        }

        byte[] model = OnnxText.Model(["output y float [?, 1]"], more: graph => graph.Message(11, value => value.Text(1, "x").Message(2, type)));
        Assert.Equal("is not an ONNX model: the type of an input or output has no end", Assert.Throws<InvalidOnnxException>(() => Read(model)).Message);
    }

    private static OnnxSignature Read(byte[] bytes) => OnnxReader.Read(new MemoryStream(bytes));

    private static string Finding(byte[] bytes)
    {
        using OnnxProject project = OnnxProject.With("");
        project.Add("credit.onnx", bytes);
        return Described(project.Generate(Credit.Record));
    }

    private static string Described(Generation generation)
    {
        Diagnostic found = Assert.Single(generation.Diagnostics);
        Assert.Equal("\"credit.onnx\"", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        return $"{found.Id}: {found.GetMessage()}";
    }
}
