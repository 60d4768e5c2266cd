using System.IO;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx;

/// <summary>An ONNX file of the project as it was at one time; equal while nobody writes it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">How many bytes it has; -1 where there is no such file.</param>
/// <param name="Written">When it was written last, in ticks of UTC.</param>
internal sealed record ModelFile(string Path, long Length, long Written)
{
    // The compiler offers additional files as text only, and an ONNX model is bytes. They are read here and nowhere else,
    // behind a key that changes with the file, so the compiler's cache stays right.
#pragma warning disable RS1035
    public static ModelFile Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists ? new(path, file.Length, file.LastWriteTimeUtc.Ticks) : new(path, -1, 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(path, -1, 0);
        }
    }

    /// <summary>The signature of the model, or what is wrong with it.</summary>
    public ReadModel Read()
    {
        if (Length < 0)
            return new(Path, null, "cannot be found");
        try
        {
            using FileStream stream = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new(Path, OnnxReader.Read(stream), "");
        }
        catch (InvalidOnnxException failure)
        {
            return new(Path, null, failure.Message) { IsTooLarge = failure.IsTooLarge };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(Path, null, "cannot be read");
        }
    }
#pragma warning restore RS1035
}
