using System.Security.Cryptography;
using TypedExplain.Training.Tests.Training;

namespace TypedExplain.Training.Tests.Models;

/// <summary>A network is known by the SHA-256 of its file.</summary>
public class IdentityTests
{
    [Fact]
    public void The_digest_is_that_of_the_file_and_stays_when_it_is_loaded()
    {
        Mlp<Dot> model = new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 1 }.Train(Dots.Bent(30)), other = new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 2 }.Train(Dots.Bent(30));
        using MemoryStream file = new();
        model.Save(file);

        Assert.Equal(new ModelIdentity("network", null, Convert.ToHexStringLower(SHA256.HashData(file.ToArray()))), model.Identity);
        file.Position = 0;
        Assert.Equal(model.Identity, Mlp<Dot>.Load(file).Identity);
        Assert.Equal(model.Identity, model.Raw.Identity());
        Assert.NotEqual(model.Identity.Sha256, other.Identity.Sha256);
        Dataset<Dot> dots = Dots.Bent(30);
        Receipt<Dot> receipt = Receipt.Of(new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = dots, Samples = 50 } }.Explain(model, dots[3]), model, dots);
        Assert.Equal("identical", receipt.Replay(model, dots).ToString());
        Assert.Equal(ReplayCause.OtherModel, Assert.IsType<Differs>(receipt.Replay(other, dots)).Reasons[0].Cause);
    }

    [Fact]
    public void That_of_a_self_explaining_network_too()
    {
        Dataset<Dot> dots = Dots.Parted(40);
        Senn<Dot> model = new SennTrainer<Dot> { Epochs = 1, HiddenUnits = [3] }.Train(dots, dots);
        using MemoryStream file = new();
        model.Save(file);

        Assert.Equal(new ModelIdentity("self-explaining network", null, Convert.ToHexStringLower(SHA256.HashData(file.ToArray()))), model.Identity);
    }
}
