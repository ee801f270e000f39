namespace Review.Checklists;

/// <summary>How an item of a check-list stands, from best to worst.</summary>
public enum ItemState
{
    /// <summary>The plan has it.</summary>
    Done,

    /// <summary>Somebody does it by hand; a page says how.</summary>
    ByHand,

    /// <summary>Only the deployment tells.</summary>
    AfterDeployment,

    /// <summary>The plan says otherwise, or has nothing of it.</summary>
    Open,
}
