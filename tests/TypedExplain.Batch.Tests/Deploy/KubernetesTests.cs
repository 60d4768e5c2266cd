using TypedExplain.Tests.Support;
namespace TypedExplain.Batch.Tests.Deploy;

/// <summary>The manifests that users copy.</summary>
public class KubernetesTests
{
    private static readonly string s_manifest = Path.Combine(Repository.Root, "deploy", "kubernetes", "explain.yaml");

    [KubernetesFact]
    public void ManifestsFitTheSchemasOfKubernetes()
    {
        (int code, string text) = KubernetesFactAttribute.Run(s_manifest);
        Assert.True(code == 0, text);
        Assert.Contains("Job explain fits its schema", text, StringComparison.Ordinal);
        Assert.Contains("Job explain-merge fits its schema", text, StringComparison.Ordinal);
    }

    [KubernetesFact]
    public void AManifestWithAMistakeDoesNot()
    {
        using TemporaryFolder folder = new();
        string mistaken = folder.Write("explain.yaml", File.ReadAllText(s_manifest).Replace("completionMode: Indexed", "completionMode: [Indexed]", StringComparison.Ordinal));
        Assert.NotEqual(0, KubernetesFactAttribute.Run(mistaken).Code);
    }

    [Fact]
    public void AsManyPodsAsWorkersAndCodesThatTheProgramEndsWith()
    {
        string text = File.ReadAllText(s_manifest);
        Assert.Contains("completions: 16\n", text, StringComparison.Ordinal);
        Assert.Contains("$(JOB_COMPLETION_INDEX)/16\n", text, StringComparison.Ordinal);
        Assert.Contains("values: [64, 65]\n", text, StringComparison.Ordinal);
        string script = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "slurm", "explain.sbatch"));
        Assert.Contains("--shard \"$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT\"", script, StringComparison.Ordinal);
        Assert.Contains("\"$code\" = 75", script, StringComparison.Ordinal);
    }
}
