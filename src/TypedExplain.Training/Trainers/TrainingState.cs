using TypedExplain.Files;

namespace TypedExplain.Training.Trainers;

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
    // A count and four numbers.
    private const int BytesPerEpoch = sizeof(int) + (4 * sizeof(double));

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

    public static TrainingState Read(StoredReader reader)
    {
        TrainingState state = new(
            reader.ReadInt32(1, int.MaxValue, "the number of epochs"),
            reader.ReadSingles(),
            reader.ReadSingles(),
            reader.ReadSingles(),
            (reader.ReadDouble(), reader.ReadDouble()),
            reader.ReadSingles(),
            reader.ReadInt32(1, int.MaxValue, "the best epoch"),
            reader.ReadDouble(),
            reader.ReadDoubles(),
            reader.ReadList(BytesPerEpoch, () => ReadEpoch(reader)));
        int parameters = state.Parameters.Length;
        if (state.First.Length != parameters || state.Second.Length != parameters || state.Best.Length != parameters)
            throw reader.Damaged($"{parameters} parameters have {state.First.Length} and {state.Second.Length} means of gradients, and {state.Best.Length} best ones");
        return state.History.Length == state.Epoch && state.BestEpoch <= state.Epoch
            ? state
            : throw reader.Damaged($"{state.Epoch} epochs have a history of {state.History.Length}, and number {state.BestEpoch} as the best one");
    }

    private static TrainingEpoch ReadEpoch(StoredReader reader) => reader.ReadDoubles() is [var epoch and >= 1 and <= int.MaxValue, var training, var validation, var total] && epoch == Math.Floor(epoch)
        ? new TrainingEpoch((int)epoch, training, validation, total)
        : throw reader.Damaged("an epoch is not its number and three losses");
}
