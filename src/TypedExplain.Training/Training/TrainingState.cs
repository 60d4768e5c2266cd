namespace TypedExplain.Training;

/// <summary>All that training goes on from after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="First">Adam's running mean of gradients.</param>
/// <param name="Second">Adam's running mean of squared gradients.</param>
/// <param name="Powers">Adam's decay to the number of steps taken.</param>
/// <param name="Best">The parameters of the best epoch.</param>
/// <param name="BestEpoch">Which that was.</param>
/// <param name="BestTotal">Its loss.</param>
/// <param name="Lambdas">λ of each regularizer.</param>
/// <param name="History">What each epoch came to.</param>
internal sealed record TrainingState(int Epoch, float[] Parameters, float[] First, float[] Second, (double First, double Second) Powers, float[] Best, int BestEpoch, double BestTotal, double[] Lambdas, TrainingEpoch[] History)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Epoch);
        writer.Write(Parameters);
        writer.Write(First);
        writer.Write(Second);
        writer.Write(Powers.First);
        writer.Write(Powers.Second);
        writer.Write(Best);
        writer.Write(BestEpoch);
        writer.Write(BestTotal);
        writer.Write(Lambdas);
        writer.WriteList(History, epoch => writer.Write([epoch.Epoch, epoch.TrainingLoss, epoch.ValidationLoss, epoch.ValidationTotal]));
    }

    public static TrainingState Read(BinaryReader reader) => new(
        reader.ReadInt32(),
        reader.ReadSingles(),
        reader.ReadSingles(),
        reader.ReadSingles(),
        (reader.ReadDouble(), reader.ReadDouble()),
        reader.ReadSingles(),
        reader.ReadInt32(),
        reader.ReadDouble(),
        reader.ReadDoubles(),
        reader.ReadList(() => reader.ReadDoubles() is [var epoch, var training, var validation, var total]
            ? new TrainingEpoch((int)epoch, training, validation, total)
            : throw new FormatException("an epoch is not four numbers")));
}
