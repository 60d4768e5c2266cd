using System.Security.Cryptography;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>An ONNX model is known by its content, and a receipt finds another one.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("identity").FullName;

    private static string File(string name) => Path.Combine(Repository.Root, "tests", "TypedExplain.Onnx.Tests", "Models", name + ".onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_digest_is_that_of_the_file()
    {
        byte[] bytes = System.IO.File.ReadAllBytes(File("mlp"));
        using OnnxModel<LoanApplication> model = OnnxModel<LoanApplication>.Load(File("mlp")), inMemory = OnnxModel<LoanApplication>.Load(bytes);
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal(new ModelIdentity("mlp.onnx", null, digest), model.Identity);
        Assert.Equal(new ModelIdentity("model.onnx", null, digest), inMemory.Identity);
        Assert.Equal(model.Identity, model.Output(model.Outputs[^1]).Identity());
        Assert.Equal(new ModelIdentity("credit", "2026-11", digest), model.Identified("credit", "2026-11").Identity());
    }

    /// <summary>Bytes of weights and of names, until a model with one of them changed still loads; each is another model to a receipt.</summary>
    [Fact]
    public void A_flipped_byte_of_the_file_is_named()
    {
        using OnnxModel<LoanApplication> model = Loans.Load("linear");
        IModel<LoanApplication> output = model.Output(model.Outputs[0]);
        Receipt<LoanApplication> receipt = Receipt.Of(new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Data, Samples = 60 } }.Explain(output, Loans.Data[3]), model, Loans.Data);
        Assert.Equal("identical", receipt.Replay(model, Loans.Data).ToString());

        byte[] bytes = System.IO.File.ReadAllBytes(File("linear"));
        int loaded = 0;
        for (int at = 5; at < bytes.Length; at += 3)
        {
            string path = Path.Combine(_folder, $"{at}.onnx");
            System.IO.File.WriteAllBytes(path, [.. bytes[..at], (byte)(bytes[at] ^ 1), .. bytes[(at + 1)..]]);
            OnnxModel<LoanApplication> other;
            try
            {
                other = OnnxModel<LoanApplication>.Load(path);
            }
            catch (InvalidModelException)
            {
                continue;
            }

            using (other)
            {
                ReplayOutcome replay = receipt.Replay(other, Loans.Data);
                bool isNamed = replay is Differs { Reasons: [{ Cause: ReplayCause.OtherModel }, ..] } || (replay is CannotReplay refused && refused.Missing.Contains(other.Outputs.Contains(output.Outputs[0]) ? "the model is another one" : "the model has", StringComparison.Ordinal));
                Assert.True(isNamed, $"byte {at}: {replay}");
                loaded++;
            }
        }

        Assert.InRange(loaded, 5, bytes.Length);
    }

    /// <summary>A model whose weights lie in a file beside it.</summary>
    [Fact]
    public void Weights_beside_the_file_count()
    {
        byte[] bytes = System.IO.File.ReadAllBytes(File("external"));
        Onnx.Files.OnnxGraph graph = Onnx.Files.OnnxGraph.Read(bytes);
        string data = Assert.Single(graph.DataFiles), path = Path.Combine(_folder, "model.onnx"), beside = Path.Combine(_folder, data);
        System.IO.File.WriteAllBytes(path, bytes);
        System.IO.File.WriteAllBytes(beside, new byte[4096]);
        ModelIdentity? first = Onnx.Files.OnnxIdentity.Of(path, graph);
        System.IO.File.WriteAllBytes(beside, [.. new byte[4095], 1]);
        ModelIdentity? second = Onnx.Files.OnnxIdentity.Of(path, graph);

        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(bytes)), first!.Sha256);
        Assert.NotEqual(first.Sha256, second!.Sha256);
        Assert.Null(Onnx.Files.OnnxIdentity.Of(path, null));
    }
}
