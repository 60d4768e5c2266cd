using Microsoft.ML.OnnxRuntime;

namespace TypedExplain.Onnx.Runtime;

/// <summary>Opens sessions, and says in the library's terms what is wrong with a model.</summary>
internal static class Sessions
{
    private const string AllowSpinning = "session.intra_op.allow_spinning";

    /// <summary>Opens a file; data that the model keeps beside it is found.</summary>
    public static InferenceSession Open(string path, SessionOptions? options)
    {
        using (FileStream file = File.OpenRead(path))
            CheckLength(file.Length, $"The file {path}");
        return Open($"The file {path}", options, own => new InferenceSession(path, own));
    }

    /// <summary>Opens a model in memory.</summary>
    public static InferenceSession Open(byte[] model, SessionOptions? options)
    {
        CheckLength(model.Length, "The model");
        return Open("The model", options, own => new InferenceSession(model, own));
    }

    /// <summary>The first line of a message of the runtime, without the end of its sentence.</summary>
    public static string Reason(OnnxRuntimeException error) => error.Message.Split('\n')[0].TrimEnd('.', ' ');

    private static void CheckLength(long length, string what)
    {
        if (length == 0)
            throw new InvalidModelException($"{what} is empty; an ONNX model is expected.");
    }

    private static InferenceSession Open(string what, SessionOptions? options, Func<SessionOptions, InferenceSession> open)
    {
        using SessionOptions? own = options is null ? Defaults() : null;
        try
        {
            return open(options ?? own!);
        }
        catch (OnnxRuntimeException error)
        {
            throw new InvalidModelException($"{what} cannot be loaded by ONNX Runtime {OrtEnv.Instance().GetVersionString()}: {Reason(error)}. It must be a whole ONNX model, of operator sets that this version knows, with any external data beside its file.", error);
        }
    }

    private static SessionOptions Defaults()
    {
        SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry(AllowSpinning, "0");
        return options;
    }
}
