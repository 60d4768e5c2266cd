namespace Papers.Expo;

/// <summary>What the paper leaves open, or its text and its code do differently; one departure from the code at a time.</summary>
public enum Convention
{
    /// <summary>All as the authors' code does it.</summary>
    AsPublished,

    /// <summary>λ from the first minibatch, as the paper's text says, rather than from the validation rows.</summary>
    MinibatchCalibration,

    /// <summary>The regularizer looks at the same validation rows after every epoch.</summary>
    SameValidationRows,

    /// <summary>Training ends 10 epochs after the best one, at the earliest after 10; the code waits for 50.</summary>
    ShortPatience,

    /// <summary>It ends 500 epochs after the best one.</summary>
    LongPatience,

    /// <summary>The regularizer looks around 128 rows of each step rather than 16.</summary>
    LargeRegularizationBatch,

    /// <summary>The number of the row is no feature.</summary>
    NoRowNumbers,

    /// <summary>Standardized by deviations ÷ n rather than ÷ (n − 1).</summary>
    BiasedDeviations,

    /// <summary>LIME draws around the explained row rather than around the mean of the training rows.</summary>
    LimeAroundTheRow,
}
