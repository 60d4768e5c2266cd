using System.Diagnostics;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.Deploy;

/// <summary>A test that needs the schemas of Kubernetes; skipped, saying so, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubernetesFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_missing = new(() => Run("--check") is { Code: not 0 } missing ? missing.Text.Trim() : null);

    public KubernetesFactAttribute() => Skip = s_missing.Value;

    /// <summary>Runs eng/kubernetes.sh.</summary>
    public static (int Code, string Text) Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "eng", "kubernetes.sh"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, text);
    }
}
