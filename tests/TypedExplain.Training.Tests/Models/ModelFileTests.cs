using TypedExplain.Tests.Zoo;
using TypedExplain.Training.Tests.Training;

namespace TypedExplain.Training.Tests.Models;

/// <summary>A file that is not this record's model is refused, and the message says why.</summary>
public class ModelFileTests
{
    private static byte[] File
    {
        get
        {
            using MemoryStream file = new();
            new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 1 }.Train(Dots.Bent(30)).Save(file);
            return file.ToArray();
        }
    }

    [Fact]
    public void AnotherSchema()
    {
        InvalidSchemaException error = Assert.Throws<InvalidSchemaException>(() => Mlp<House>.Load(new MemoryStream(File)));
        Assert.Contains("it is the schema of Dot", error.Message);
    }

    [Fact]
    public void AnotherVersion()
    {
        byte[] file = File;
        file["TypedExplain.Mlp".Length + 1] = 9;
        Assert.Equal("The file has format version 9 of TypedExplain.Mlp, and this library reads version 1.", Error(file).Message);
    }

    [Fact]
    public void ADamagedFile()
    {
        byte[] file = File;
        file[^40] ^= 1;
        Assert.Contains("damaged", Error(file).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(40)]
    public void ACutFile(int bytes) => Assert.Contains("damaged", Error(File[..^bytes]).Message);

    [Fact]
    public void AForeignFile()
    {
        Assert.Equal("The file is no TypedExplain.Mlp.", Error([.. Enumerable.Repeat((byte)200, 100)]).Message);
        Assert.Contains("cut off", Error([]).Message);
    }

    private static InvalidModelException Error(byte[] file) => Assert.Throws<InvalidModelException>(() => Mlp<Dot>.Load(new MemoryStream(file)));
}
