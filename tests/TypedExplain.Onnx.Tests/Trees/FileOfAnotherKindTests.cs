using System.Text;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Files that stand where a model should, and are not models.</summary>
public class FileOfAnotherKindTests
{
    [Theory]
    [InlineData("", "The model is empty: the file has 0 bytes.")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "The model is not there: the file is a pointer of Git LFS, which 'git lfs pull' puts the model in the place of.")]
    [InlineData("<!DOCTYPE html><html>404</html>", "The model is not an ONNX model, or it is cut off or damaged: byte 1 of a message of 31 bytes is not what protobuf writes there.")]
    public void Is_refused_by_name(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidModelException>(() => OnnxForest.Load(Encoding.UTF8.GetBytes(text), ForestAssert.Pairs)).Message);
}
